"""OpenLDAP 2.5 or newer with the password policy overlay (slapo-ppolicy)."""
