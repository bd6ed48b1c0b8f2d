namespace OneDrive.Sdk;

/// <summary>The base of every failure that is neither a bug of the caller nor a cancellation by the caller.</summary>
public class OneDriveException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What went wrong, free of secrets.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public OneDriveException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>Whether the same call may succeed when it is repeated later without any change.</summary>
    /// <value>The default depends on the type: true for throttling, locks, lost connections and failures inside the service.</value>
    public bool IsTransient { get; init; }
}
