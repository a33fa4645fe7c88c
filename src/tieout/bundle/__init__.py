"""All that a workpaper was made of and by, sealed in one archive, and verified anywhere."""
