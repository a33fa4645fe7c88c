"""Many documents checked in processes: as JSON lines in their order, or as datasets of Parquet."""
