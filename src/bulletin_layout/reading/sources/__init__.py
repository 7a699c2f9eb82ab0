"""The source files of an issue (来源文件): reading files, decoding, and YAML as nodes with places."""
