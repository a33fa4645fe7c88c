"""Figures tie to the books behind them: cells of the closing workbook, a prior workpaper."""
