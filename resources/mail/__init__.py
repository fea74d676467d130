"""What mails say, by language and key."""
