"""What is kept on disk: sessions, settings, drafts."""
