"""Figures are presented as regulation and the document itself require."""
