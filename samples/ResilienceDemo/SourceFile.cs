namespace ResilienceDemo;

/// <summary>A file to upload, and where it goes below the remote folder.</summary>
internal sealed record SourceFile(string LocalPath, string RelativePath, long Length);
