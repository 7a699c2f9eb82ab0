"""What an issue is read from (来源文件): files, encodings, YAML as located nodes."""
