namespace OneDrive.Sdk.Emulator;

/// <summary>
/// A fault and its conditions. An immutable value: each method returns a changed copy. Without a condition it is applied once, to the next
/// request.
/// </summary>
/// <example>
/// <c>emulator.Faults.Add(Fault.Throttle(TimeSpan.FromSeconds(1)).On(EmulatorOperation.UploadFragment).After(3).Times(2));</c>
/// </example>
public sealed record Fault
{
    internal Fault(FaultKind kind) => Kind = kind;

    /// <summary>The kind of fault.</summary>
    public FaultKind Kind { get; }

    /// <summary>The point in the exchange where the fault is applied.</summary>
    /// <value><see cref="FaultPlace.Answer"/>.</value>
    public FaultPlace Place { get; internal init; }

    /// <summary>The status of a <see cref="FaultKind.Status"/> or <see cref="FaultKind.Throttle"/>.</summary>
    public int StatusCode { get; internal init; }

    /// <summary>The error code in the body; null for the default of the status.</summary>
    public string? Code { get; internal init; }

    /// <summary>The AADSTS number of a <see cref="FaultKind.RefuseSignIn"/>.</summary>
    public int Number { get; internal init; }

    /// <summary>The suberror of a <see cref="FaultKind.RefuseSignIn"/>; null for none.</summary>
    public string? SubError { get; internal init; }

    /// <summary>The claims that a <see cref="FaultKind.RefuseSignIn"/> requires, as JSON; null for none.</summary>
    public string? Claims { get; internal init; }

    /// <summary>The whole body, instead of a Graph error; null for a Graph error.</summary>
    public string? Body { get; internal init; }

    /// <summary>The value of Retry-After; null for no header.</summary>
    public TimeSpan? RetryAfter { get; internal init; }

    /// <summary>The delay of a <see cref="FaultKind.Delay"/>.</summary>
    public TimeSpan Wait { get; internal init; }

    /// <summary>The form of Retry-After.</summary>
    /// <value><see cref="RetryAfterForm.Seconds"/>.</value>
    public RetryAfterForm RetryAfterForm { get; internal init; }

    /// <summary>The number of body bytes after which the fault is applied, or the index of the inverted byte.</summary>
    public long Bytes { get; internal init; }

    /// <summary>How a <see cref="FaultKind.CorruptBody"/> changes the body.</summary>
    public FaultCorruption Corruption { get; internal init; }

    /// <summary>Whether <see cref="FaultKind.ExpireSession"/> revokes the access (403) instead of ending the session (404).</summary>
    public bool Revokes { get; internal init; }

    /// <summary>What an <see cref="FaultKind.ExpireDeltaToken"/> requires of the client.</summary>
    public DeltaResync Resync { get; internal init; }

    /// <summary>The affected operations; empty for all.</summary>
    public IReadOnlyList<EmulatorOperation> Operations { get; internal init; } = [];

    /// <summary>
    /// A part of the path of the request, or of the file behind an upload or download URL; null for any; case-insensitive.
    /// </summary>
    public string? PathContains { get; internal init; }

    /// <summary>The id of the only affected drive, see <see cref="For"/>; null for all.</summary>
    public string? DriveId { get; internal init; }

    /// <summary>How many matching requests are skipped first.</summary>
    /// <value>0.</value>
    public int Skip { get; internal init; }

    /// <summary>How many requests are affected; null for one, or without limit if a probability is set.</summary>
    public int? Count { get; internal init; }

    /// <summary>The probability that a matching request is affected, from 0 to 1; it depends on the seed of the emulator.</summary>
    /// <value>1.</value>
    public double Probability { get; internal init; } = 1;

    internal int Limit => Count ?? (Probability < 1 ? int.MaxValue : 1);

    /// <summary>Returns 429.</summary>
    /// <param name="retryAfter">The value of Retry-After; null for no header.</param>
    /// <param name="form">The form of Retry-After.</param>
    /// <returns>The fault.</returns>
    public static Fault Throttle(TimeSpan? retryAfter = null, RetryAfterForm form = RetryAfterForm.Seconds)
        => new(FaultKind.Throttle) { StatusCode = 429, RetryAfter = retryAfter, RetryAfterForm = form };

    /// <summary>Returns a status.</summary>
    /// <param name="statusCode">The status, from 200 to 599.</param>
    /// <param name="code">The error code in the body; null for the default of the status.</param>
    /// <param name="retryAfter">The value of Retry-After; null for no header.</param>
    /// <param name="form">The form of Retry-After.</param>
    /// <param name="body">The whole body, instead of a Graph error.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The status is not from 200 to 599.</exception>
    public static Fault Status(
        int statusCode,
        string? code = null,
        TimeSpan? retryAfter = null,
        RetryAfterForm form = RetryAfterForm.Seconds,
        string? body = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(statusCode, 200);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(statusCode, 599);
        return new(FaultKind.Status) { StatusCode = statusCode, Code = code, RetryAfter = retryAfter, RetryAfterForm = form, Body = body };
    }

    /// <summary>Delays the handling of the request, on the clock of the emulator.</summary>
    /// <param name="time">The delay.</param>
    /// <returns>The fault.</returns>
    public static Fault Delay(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        return new(FaultKind.Delay) { Wait = time };
    }

    /// <summary>Rejects a sign-in: at the token endpoint in the body, at the sign-in page in the redirect.</summary>
    /// <param name="number">The AADSTS number.</param>
    /// <param name="error">The OAuth error, such as <c>invalid_grant</c>.</param>
    /// <param name="subError">The suberror, such as <c>consent_required</c>; null for none.</param>
    /// <param name="claims">The required claims, as JSON; null for none.</param>
    /// <returns>The fault; it affects sign-ins only.</returns>
    public static Fault RefuseSignIn(int number, string error, string? subError = null, string? claims = null)
        => new Fault(FaultKind.RefuseSignIn) { Number = number, Code = error, SubError = subError, Claims = claims }
            .On(EmulatorOperation.Authorize, EmulatorOperation.Token);

    /// <summary>Reads the request, does not execute it, and closes the connection.</summary>
    /// <returns>The fault.</returns>
    public static Fault DropConnection() => new(FaultKind.DropConnection);

    /// <summary>Closes the connection while the body of the request is received.</summary>
    /// <param name="bytes">The number of bytes to read first.</param>
    /// <returns>The fault.</returns>
    public static Fault DropConnectionAfterRequestBytes(long bytes) => At(FaultKind.DropConnection, FaultPlace.RequestBody, bytes);

    /// <summary>Executes the request, and closes the connection while the response body is sent.</summary>
    /// <param name="bytes">The number of bytes to send first.</param>
    /// <returns>The fault.</returns>
    public static Fault DropConnectionAfterResponseBytes(long bytes) => At(FaultKind.DropConnection, FaultPlace.ResponseBody, bytes);

    /// <summary>Reads the request, does not execute it, and never responds.</summary>
    /// <returns>The fault.</returns>
    public static Fault Stall() => new(FaultKind.Stall);

    /// <summary>Stops reading the body of the request, and never responds.</summary>
    /// <param name="bytes">The number of bytes to read first.</param>
    /// <returns>The fault.</returns>
    public static Fault StallAfterRequestBytes(long bytes) => At(FaultKind.Stall, FaultPlace.RequestBody, bytes);

    /// <summary>Executes the request, and stops sending in the middle of the response.</summary>
    /// <param name="bytes">The number of bytes to send first.</param>
    /// <returns>The fault.</returns>
    public static Fault StallAfterResponseBytes(long bytes) => At(FaultKind.Stall, FaultPlace.ResponseBody, bytes);

    /// <summary>Executes the request, then closes the connection without a response.</summary>
    /// <returns>The fault.</returns>
    public static Fault LoseAcknowledgement() => new(FaultKind.LoseAcknowledgement);

    /// <summary>Deletes the upload session: the request and all later ones return 404.</summary>
    /// <returns>The fault.</returns>
    public static Fault ExpireSession() => new(FaultKind.ExpireSession);

    /// <summary>Revokes access to the upload session: the request and all later ones return 403.</summary>
    /// <returns>The fault.</returns>
    public static Fault RevokeSession() => new(FaultKind.ExpireSession) { Revokes = true };

    /// <summary>Invalidates the delta token of the request: 410, with a restart link in Location.</summary>
    /// <param name="resync">What the client must do with its state.</param>
    /// <returns>The fault; it affects requests for changes only.</returns>
    public static Fault ExpireDeltaToken(DeltaResync resync = DeltaResync.ApplyDifferences)
        => new(FaultKind.ExpireDeltaToken) { Resync = resync, Operations = [EmulatorOperation.ReadChanges] };

    /// <summary>Inverts one byte of the response.</summary>
    /// <param name="atByte">The index of the byte, from zero; the last byte if the body is shorter.</param>
    /// <returns>The fault.</returns>
    public static Fault CorruptBody(long atByte = 0) => At(FaultKind.CorruptBody, FaultPlace.ResponseBody, atByte);

    /// <summary>Truncates the response, with a matching Content-Length.</summary>
    /// <param name="bytes">The number of bytes to keep.</param>
    /// <returns>The fault.</returns>
    public static Fault TruncateBody(long bytes)
        => At(FaultKind.CorruptBody, FaultPlace.ResponseBody, bytes) with { Corruption = FaultCorruption.Truncate };

    /// <summary>Executes the request, and returns malformed JSON.</summary>
    /// <returns>The fault.</returns>
    public static Fault MalformedJson()
        => At(FaultKind.CorruptBody, FaultPlace.ResponseBody, 0) with { Corruption = FaultCorruption.MalformedJson };

    /// <summary>Inverts one received byte of an upload, so that the stored file and its hash differ from what was sent.</summary>
    /// <param name="atByte">Which byte of the body of the request, from zero.</param>
    /// <returns>The fault.</returns>
    public static Fault CorruptStoredBytes(long atByte = 0) => At(FaultKind.CorruptBody, FaultPlace.RequestBody, atByte);

    /// <summary>Limits the fault to operations.</summary>
    /// <param name="operations">The operations.</param>
    /// <returns>A changed copy.</returns>
    public Fault On(params EmulatorOperation[] operations) => this with { Operations = [.. operations] };

    /// <summary>Limits the fault to requests whose path, or whose file's path, contains a text.</summary>
    /// <param name="text">A part of the path.</param>
    /// <returns>A changed copy.</returns>
    public Fault OnPath(string text) => this with { PathContains = text };

    /// <summary>
    /// Limits the fault to requests of one drive: requests that address it, or that carry a token of its user. Use it in tests that share
    /// an emulator.
    /// </summary>
    /// <param name="drive">The drive.</param>
    /// <returns>A changed copy.</returns>
    public Fault For(EmulatorDrive drive)
    {
        ArgumentNullException.ThrowIfNull(drive);
        return this with { DriveId = drive.Id };
    }

    /// <summary>Skips some matching requests first.</summary>
    /// <param name="requests">The number of exchanges.</param>
    /// <returns>A changed copy.</returns>
    public Fault After(int requests)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(requests);
        return this with { Skip = requests };
    }

    /// <summary>Applies the fault to this many requests.</summary>
    /// <param name="requests">The number of exchanges.</param>
    /// <returns>A changed copy.</returns>
    public Fault Times(int requests)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(requests);
        return this with { Count = requests };
    }

    /// <summary>Applies the fault until it is removed.</summary>
    /// <returns>A changed copy.</returns>
    public Fault Always() => this with { Count = int.MaxValue };

    /// <summary>Applies the fault to each matching request with a probability.</summary>
    /// <param name="probability">From 0 to 1.</param>
    /// <returns>A changed copy.</returns>
    public Fault WithProbability(double probability)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(probability, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(probability, 1);
        return this with { Probability = probability };
    }

    private static Fault At(FaultKind kind, FaultPlace place, long bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bytes);
        return new(kind) { Place = place, Bytes = bytes };
    }
}
