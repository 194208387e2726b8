"""Views: what each page shows, as plain data; the same for people, programs and spreadsheets."""
