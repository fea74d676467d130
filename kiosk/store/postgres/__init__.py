"""The store in PostgreSQL, shared by terminals and desks on several computers."""
