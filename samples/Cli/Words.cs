namespace OneDrive.Sdk.Cli;

/// <summary>What values are called on the screen.</summary>
internal static class Words
{
    internal static string Of(ContentIntegrity integrity) => integrity switch
    {
        ContentIntegrity.Verified => "verified by hash",
        ContentIntegrity.ChangedByService => "changed by the service, as it does with documents",
        _ => "not checked by hash",
    };
}
