"""The documents of one announcement held against one another: release, form, slides, script."""
