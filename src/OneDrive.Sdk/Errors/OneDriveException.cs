namespace OneDrive.Sdk;

/// <summary>The base class of all failures except caller errors and cancellation by the caller.</summary>
public class OneDriveException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">The message; it must not contain secrets.</param>
    /// <param name="innerException">The cause, or <see langword="null"/>.</param>
    public OneDriveException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>Whether the same call may succeed when it is repeated later without a change.</summary>
    /// <value>The default depends on the type: true for throttling, locks, lost connections and failures inside the service.</value>
    public bool IsTransient { get; init; }
}
