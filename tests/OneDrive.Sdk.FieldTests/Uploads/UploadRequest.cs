using System.Globalization;
using OneDrive.Sdk.FieldTests.Service;

namespace OneDrive.Sdk.FieldTests.Uploads;

/// <summary>A request to the scripted drive, and what the drive would do with it.</summary>
internal sealed class UploadRequest(ScriptedRequest request, UploadStep step, int number, Func<Answer> work)
{
    internal ScriptedRequest Request => request;

    internal UploadStep Step => step;

    /// <summary>1 for the first request of its step.</summary>
    internal int Number => number;

    /// <summary>First byte, end (exclusive) and total of a fragment.</summary>
    internal (int Start, int End, int Total) Range { get; } = Parse(request.Header("Content-Range"));

    /// <summary>Whether this is a fragment with the last byte of the content.</summary>
    internal bool IsLast => step == UploadStep.Fragment && Range.End == Range.Total;

    /// <summary>Does what the drive would do, and gives the answer that it would give.</summary>
    internal Answer Work() => work();

    private static (int Start, int End, int Total) Parse(string? range)
    {
        if (range is null)
        {
            return default;
        }

        var numbers = range["bytes ".Length..].Split('-', '/').Select(text => int.Parse(text, CultureInfo.InvariantCulture)).ToList();
        return (numbers[0], numbers[1] + 1, numbers[2]);
    }
}
