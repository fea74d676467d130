"""What staff do, whatever they do it with: each act loads, asks permission, decides, saves, then acts."""
