using BackupPortal.Data;

namespace BackupPortal.Jobs;

/// <summary>What a person typed about a job, and the rules for it.</summary>
public sealed class JobForm
{
    public string? Name { get; set; }

    public int DestinationId { get; set; }

    public BackupSource Source { get; set; }

    public string? SourceText { get; set; }

    public string? Extension { get; set; }

    public bool Compresses { get; set; }

    public bool Encrypts { get; set; }

    public string? Schedule { get; set; }

    public int KeepLast { get; set; }

    public int KeepDays { get; set; }

    public int KeepDaily { get; set; }

    public int KeepWeekly { get; set; }

    public int KeepMonthly { get; set; }

    public int KeepYearly { get; set; }

    public static JobForm From(BackupJob job) => new()
    {
        Name = job.Name,
        DestinationId = job.DestinationId,
        Source = job.Source,
        SourceText = job.SourceText,
        Extension = job.Extension,
        Compresses = job.Compresses,
        Encrypts = job.Encrypts,
        Schedule = job.Schedule,
        KeepLast = job.KeepLast,
        KeepDays = job.KeepDays,
        KeepDaily = job.KeepDaily,
        KeepWeekly = job.KeepWeekly,
        KeepMonthly = job.KeepMonthly,
        KeepYearly = job.KeepYearly,
    };

    /// <summary>What is wrong, in words for people; empty when nothing is.</summary>
    public IReadOnlyList<string> Check()
    {
        var problems = new List<string>();
        if (!IsFolderName(Name?.Trim()))
            problems.Add("The name becomes a folder: letters, digits, spaces, dots, hyphens and underscores, at most 100.");
        if (string.IsNullOrWhiteSpace(SourceText))
            problems.Add("Enter the path of the file or folder, or the command.");
        else if (Source == BackupSource.File && !File.Exists(SourceText.Trim()))
            problems.Add($"There is no file {SourceText.Trim()} on the machine of the portal.");
        else if (Source == BackupSource.Folder && !Directory.Exists(SourceText.Trim()))
            problems.Add($"There is no folder {SourceText.Trim()} on the machine of the portal.");
        if ((Extension ?? "").Any(character => !char.IsAsciiLetterOrDigit(character)))
            problems.Add("The extension has letters and digits only, such as sql.");
        if (new[] { KeepLast, KeepDays, KeepDaily, KeepWeekly, KeepMonthly, KeepYearly }.Any(number => number is < 0 or > 10_000))
            problems.Add("Numbers of backups to keep are 0 to 10000.");
        return problems;
    }

    public void Apply(BackupJob job)
    {
        (job.Name, job.DestinationId, job.Source) = (Name!.Trim(), DestinationId, Source);
        (job.SourceText, job.Extension, job.Schedule) = (SourceText!.Trim(), Extension?.Trim() ?? "", Schedule?.Trim() ?? "");
        (job.Compresses, job.Encrypts) = (Compresses, Encrypts);
        (job.KeepLast, job.KeepDays, job.KeepDaily) = (KeepLast, KeepDays, KeepDaily);
        (job.KeepWeekly, job.KeepMonthly, job.KeepYearly) = (KeepWeekly, KeepMonthly, KeepYearly);
    }

    private static bool IsFolderName(string? name) =>
        name is { Length: > 0 and <= 100 } && name[0] != '.' && name[^1] != '.'
        && name.All(character => char.IsLetterOrDigit(character) || character is ' ' or '.' or '-' or '_');
}
