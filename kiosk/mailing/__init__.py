"""Mail: a letter put together so that no name can spoil it, and sent by SMTP once. The only room that speaks SMTP."""
