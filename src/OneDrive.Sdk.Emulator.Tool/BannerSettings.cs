namespace OneDrive.Sdk.Emulator.Tool;

/// <summary>What the banner tells beside the emulator itself.</summary>
/// <param name="Data">The folder in which everything is kept; null when nothing is.</param>
/// <param name="IsStrict">Whether only what was registered is let in.</param>
internal sealed record BannerSettings(string? Data, bool IsStrict);
