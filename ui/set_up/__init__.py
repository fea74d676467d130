"""The first start of a terminal that nobody has admitted yet: for the technician, not for visitors."""
