namespace OneDrive.Sdk.Emulator.Identity;

/// <summary>
/// Where the emulator is SharePoint: under the other name of this machine, so that tokens and addresses of the two services differ as they
/// do in earnest.
/// </summary>
/// <param name="Origin">The address without a slash at its end.</param>
internal readonly record struct SharePointAddress(string Origin)
{
    public string ResourceId => Origin + "/";

    public static SharePointAddress For(string baseUrl)
    {
        var address = new Uri(baseUrl);
        return new(address.Host == "127.0.0.1" ? $"{address.Scheme}://localhost:{address.Port}" : baseUrl.TrimEnd('/'));
    }
}
