namespace OneDrive.Sdk;

/// <summary>Which answers of the service are retried.</summary>
public enum RetryMode
{
    /// <summary>The statuses of <see cref="OneDriveRetryOptions.StatusCodes"/>.</summary>
    WhenStatusCodeMatches = 0,

    /// <summary>Nothing is retried by the client.</summary>
    None = 1,

    /// <summary>Every failure that the call may repeat safely; never 400, 401, 403, 404, 409, 412 or 507.</summary>
    Any = 2,
}
