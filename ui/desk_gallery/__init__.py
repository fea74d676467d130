"""Every panel of the desk with example values, in every size, language and theme: to be looked at, and tested."""
