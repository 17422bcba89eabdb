// This folder's other files are on their way.
