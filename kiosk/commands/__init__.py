"""The `kiosk` command, one file a subcommand: parse, call, print."""
