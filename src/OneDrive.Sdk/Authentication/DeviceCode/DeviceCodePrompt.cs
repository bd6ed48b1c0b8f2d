namespace OneDrive.Sdk.Authentication;

/// <summary>The beginning of a sign-in with a code: what to show to the person.</summary>
public sealed class DeviceCodePrompt
{
    private readonly DeviceCodeTicket? _ticket;

    /// <summary>Creates a prompt, for tests of applications; no sign-in can be completed with it.</summary>
    public DeviceCodePrompt()
    {
    }

    internal DeviceCodePrompt(DeviceCodeTicket ticket) => _ticket = ticket;

    /// <summary>The code that the person types.</summary>
    public required string UserCode { get; init; }

    /// <summary>The address that the person opens, on whatever machine has a browser.</summary>
    public required Uri VerificationUri { get; init; }

    /// <summary>The same address with the code in it, for a link or a picture to scan.</summary>
    /// <value>Null where the sign-in service gives none; Microsoft's gives none.</value>
    public Uri? VerificationUriComplete { get; init; }

    /// <summary>When the code is over (UTC), by the clock of this machine.</summary>
    public required DateTimeOffset ExpiresOn { get; init; }

    /// <summary>The time between two questions whether the person is done.</summary>
    public required TimeSpan Interval { get; init; }

    /// <summary>A sentence for the person with the address and the code, in the words of the sign-in service.</summary>
    public required string Message { get; init; }

    internal DeviceCodeTicket Ticket => _ticket ?? throw new InvalidOperationException(
        "The prompt was not created by DeviceCodeFlow.BeginAsync, so it does not belong to a pending sign-in.");

    /// <summary>Returns a fixed text: whoever has the code can make the application work with a foreign account.</summary>
    public override string ToString() => "[REDACTED]";
}
