using System.Globalization;

namespace OneDrive.Sdk.Authentication;

/// <summary>When the credential of an application ends, as it was known at one moment.</summary>
public sealed class CredentialExpiry
{
    /// <summary>Describes when a credential ends.</summary>
    /// <param name="name">What ends, such as <c>client secret</c>.</param>
    /// <param name="expiresOn">When it ends.</param>
    /// <param name="now">The moment for which that is told.</param>
    /// <param name="warning">How long before its end a credential counts as expiring.</param>
    public CredentialExpiry(string name, DateTimeOffset expiresOn, DateTimeOffset now, TimeSpan warning)
    {
        Name = name;
        ExpiresOn = expiresOn;
        Remaining = expiresOn > now ? expiresOn - now : TimeSpan.Zero;
        IsExpiring = Remaining <= warning;
    }

    /// <summary>What ends: <c>client secret</c>, or <c>certificate</c> and its thumbprint.</summary>
    public string Name { get; }

    /// <summary>When it ends (UTC).</summary>
    public DateTimeOffset ExpiresOn { get; }

    /// <summary>How long it was good for at that moment; zero when it had ended.</summary>
    public TimeSpan Remaining { get; }

    /// <summary>Whether the end was within the time of warning, or past.</summary>
    public bool IsExpiring { get; }

    /// <summary>Says what ends when.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name}: {ExpiresOn:u}");
}
