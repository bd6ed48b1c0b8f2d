namespace OneDrive.Sdk.Paging;

/// <summary>
/// Detects cycles of links of any length, with constant memory: each link is compared with one earlier link, which is replaced after 1, 2,
/// 4, 8… steps (Brent's algorithm).
/// </summary>
internal sealed class LinkLoop(string? start)
{
    private string? _passed = start;
    private long _steps;
    private long _limit = 1;

    /// <summary>Takes the next step.</summary>
    /// <returns>True when the link was passed before.</returns>
    internal bool Closes(string link)
    {
        if (string.Equals(link, _passed, StringComparison.Ordinal))
        {
            return true;
        }

        if (_passed is null || ++_steps == _limit)
        {
            _passed = link;
            _steps = 0;
            _limit *= 2;
        }

        return false;
    }
}
