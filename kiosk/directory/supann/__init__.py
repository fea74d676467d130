"""What SupAnn says of a person, whatever product keeps it. Source: SupAnn 2021."""
