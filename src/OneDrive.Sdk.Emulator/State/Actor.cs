namespace OneDrive.Sdk.Emulator.State;

/// <summary>Who did something: an application, and the user it acted for, if any.</summary>
internal sealed record Actor(string ApplicationId, string ApplicationName, string? UserId, string? UserName, string? UserEmail);
