"""What the commands do: each prints what it wrote, one line a file, and returns the status."""
