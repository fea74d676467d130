"""Speak LDAP with one server or several: encrypted, with time-outs, every fault in a sentence of ours."""
