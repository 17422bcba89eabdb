// This folder's first file is on its way.
