namespace OneDrive.Sdk.DependencyInjection;

/// <summary>A name that <c>AddOneDrive</c> was called with.</summary>
internal sealed record OneDriveRegistration(string Name)
{
    internal static string HttpClientName(string name) => name.Length == 0 ? "OneDrive.Sdk" : $"OneDrive.Sdk:{name}";
}
