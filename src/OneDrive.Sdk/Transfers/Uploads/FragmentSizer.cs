namespace OneDrive.Sdk.Transfers;

/// <summary>
/// The adaptive fragment size of an upload, never above the configured size. A failure that a smaller fragment may avoid (504, another
/// server error, a broken connection) halves it, and so does a fragment that takes more than a minute. Successful fragments increase it
/// again, step by step.
/// </summary>
/// <remarks>
/// It does not exceed the configured size, because the configuration limits the memory of a fragment. The unit:
/// <see href="https://learn.microsoft.com/graph/api/driveitem-createuploadsession"/>.
/// </remarks>
internal sealed class FragmentSizer
{
    private const int Unit = OneDriveTransferOptions.FragmentAlignment;

    /// <summary>
    /// This many fragments must succeed before the size increases: a failure costs one fragment, and increasing too early costs another.
    /// </summary>
    private const int PassesPerStep = 4;

    private const int StepsToConfigured = 8;

    private static readonly TimeSpan TooLong = TimeSpan.FromMinutes(1);

    private readonly int _configured;
    private int _passes;

    internal FragmentSizer(int configured)
    {
        _configured = configured;
        Size = configured;
    }

    /// <summary>Bytes of the next fragment: a multiple of 320 KiB.</summary>
    internal int Size { get; private set; }

    /// <summary>A fragment arrived.</summary>
    internal void Passed(long bytes, TimeSpan elapsed)
    {
        // A shorter one, such as the last, says nothing about this size.
        if (bytes < Size)
            return;

        if (elapsed > TooLong)
            Failed();
        else if (Size < _configured && ++_passes == PassesPerStep)
            Set(Math.Min(_configured, Size + Math.Max(Unit, _configured / StepsToConfigured)));
    }

    /// <summary>A fragment was lost, or its outcome is unknown.</summary>
    internal void Failed() => Set(Size / 2);

    private void Set(int size)
    {
        Size = Math.Max(Unit, size - (size % Unit));
        _passes = 0;
    }
}
