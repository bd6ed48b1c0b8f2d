namespace OneDrive.Sdk.LiveTests;

/// <summary>One promise, tried on a service. It throws when the promise does not hold.</summary>
internal sealed record Check(string Name, Func<CheckContext, Task> RunAsync);
