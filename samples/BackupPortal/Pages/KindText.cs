using BackupPortal.Data;

namespace BackupPortal.Pages;

/// <summary>The kinds of destinations in words for people.</summary>
internal static class KindText
{
    public static string Of(DestinationKind kind) => kind switch
    {
        DestinationKind.Certificate => "Application with a certificate",
        DestinationKind.BusinessV1 => "OneDrive for Business, first version",
        DestinationKind.OpenId => "People, by OpenID Connect",
        _ => "Microsoft account",
    };
}
