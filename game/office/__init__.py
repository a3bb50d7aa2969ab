"""The files of office programs: sheets that are read and written, and pages that are typeset."""
