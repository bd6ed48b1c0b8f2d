using System.Globalization;

namespace OneDrive.Sdk.Authentication;

/// <summary>The expiration of a credential of an application, at a point in time.</summary>
public sealed class CredentialExpiry
{
    /// <summary>Describes when a credential ends.</summary>
    /// <param name="name">The kind of credential, such as <c>client secret</c>.</param>
    /// <param name="expiresOn">When the credential expires.</param>
    /// <param name="now">The current time.</param>
    /// <param name="warning">How long before its expiration a credential counts as expiring.</param>
    public CredentialExpiry(string name, DateTimeOffset expiresOn, DateTimeOffset now, TimeSpan warning)
    {
        Name = name;
        ExpiresOn = expiresOn;
        Remaining = expiresOn > now ? expiresOn - now : TimeSpan.Zero;
        IsExpiring = Remaining <= warning;
    }

    /// <summary>The credential: <c>client secret</c>, or <c>certificate</c> and its thumbprint.</summary>
    public string Name { get; }

    /// <summary>When the credential expires (UTC).</summary>
    public DateTimeOffset ExpiresOn { get; }

    /// <summary>The remaining lifetime; zero if the credential has expired.</summary>
    public TimeSpan Remaining { get; }

    /// <summary>Whether the credential expires within the warning time or has expired.</summary>
    public bool IsExpiring { get; }

    /// <summary>Says what ends when.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name}: {ExpiresOn:u}");
}
