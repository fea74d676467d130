"""From a symptom and an account's state to the cause and the office that can help. Pure."""
