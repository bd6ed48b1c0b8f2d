namespace ResilienceDemo;

/// <summary>One file for the worker.</summary>
internal sealed record WorkerJob(int Index, string LocalPath, string RemotePath, string ResumeKey);
