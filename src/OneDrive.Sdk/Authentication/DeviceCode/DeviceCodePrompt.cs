namespace OneDrive.Sdk.Authentication;

/// <summary>A started device code sign-in: the data to show to the user.</summary>
public sealed class DeviceCodePrompt
{
    private readonly DeviceCodeTicket? _ticket;

    /// <summary>Creates a prompt, for tests of applications. It cannot be used to complete a sign-in.</summary>
    public DeviceCodePrompt()
    {
    }

    internal DeviceCodePrompt(DeviceCodeTicket ticket) => _ticket = ticket;

    /// <summary>The code that the user enters.</summary>
    public required string UserCode { get; init; }

    /// <summary>The address that the user opens, on any machine with a browser.</summary>
    public required Uri VerificationUri { get; init; }

    /// <summary>The same address including the code, for a link or a QR code.</summary>
    /// <value><see langword="null"/> if the sign-in service does not return one; Microsoft's does not.</value>
    public Uri? VerificationUriComplete { get; init; }

    /// <summary>When the code expires (UTC), by the clock of this machine.</summary>
    public required DateTimeOffset ExpiresOn { get; init; }

    /// <summary>The polling interval.</summary>
    public required TimeSpan Interval { get; init; }

    /// <summary>A message for the user with the address and the code, from the sign-in service.</summary>
    public required string Message { get; init; }

    internal DeviceCodeTicket Ticket => _ticket ?? throw new InvalidOperationException(
        "The prompt was not created by DeviceCodeFlow.BeginAsync, so it does not belong to a pending sign-in.");

    /// <summary>Returns a fixed text, because the code can be used to sign in with another account.</summary>
    public override string ToString() => "[REDACTED]";
}
