namespace OneDrive.Sdk.Cli;

/// <summary>The ways to sign in.</summary>
internal enum SignInKind
{
    Browser,
    DeviceCode,
    Certificate,
    Secret,
    Emulator,
}
