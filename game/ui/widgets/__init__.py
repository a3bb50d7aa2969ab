"""What scenes are made of: named, focusable, drawn once."""
