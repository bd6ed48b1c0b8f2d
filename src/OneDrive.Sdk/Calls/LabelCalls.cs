using OneDrive.Sdk.Json;
using OneDrive.Sdk.Models;
using OneDrive.Sdk.Requests;

namespace OneDrive.Sdk.Calls;

/// <summary>Retention and sensitivity labels of business drives.</summary>
internal static class LabelCalls
{
    /// <summary><see href="https://learn.microsoft.com/graph/api/driveitem-getretentionlabel"/>.</summary>
    internal static GraphCall<ItemRetentionLabel> GetRetentionLabel(ItemAddress item) => new()
    {
        Operation = "Items.GetRetentionLabel",
        Method = HttpMethod.Get,
        Path = item.ToRequestPath("retentionLabel"),
        Answer = ItemRetentionLabel.Read,
        IsIdempotent = true,
    };

    /// <summary><see href="https://learn.microsoft.com/graph/api/driveitem-setretentionlabel"/>.</summary>
    internal static GraphCall<ItemRetentionLabel> SetRetentionLabel(ItemAddress item, string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return Patch("Items.SetRetentionLabel", item, new RetentionLabelRequest { Name = name });
    }

    /// <summary><see href="https://learn.microsoft.com/graph/api/driveitem-lockorunlockrecord"/>.</summary>
    internal static GraphCall<ItemRetentionLabel> SetRecordLock(ItemAddress item, bool isLocked) => Patch(
        "Items.SetRecordLock",
        item,
        new RetentionLabelRequest { RetentionSettings = new RetentionSettingsRequest { IsRecordLocked = isLocked } });

    /// <summary><see href="https://learn.microsoft.com/graph/api/driveitem-removeretentionlabel"/>.</summary>
    internal static GraphCall<NoContent> RemoveRetentionLabel(ItemAddress item) => new()
    {
        Operation = "Items.RemoveRetentionLabel",
        Method = HttpMethod.Delete,
        Path = item.ToRequestPath("retentionLabel"),
        IsIdempotent = true,
        IsDoneWhenAbsentAfterDoubt = true,
    };

    /// <summary><see href="https://learn.microsoft.com/graph/api/driveitem-extractsensitivitylabels"/>.</summary>
    internal static GraphCall<SensitivityLabelsAnswer> ExtractSensitivityLabels(ItemAddress item) => new()
    {
        Operation = "Items.ExtractSensitivityLabels",
        Method = HttpMethod.Post,
        Path = item.ToRequestPath("extractSensitivityLabels"),
        Body = EmptyCallBody.Instance,
        Answer = SensitivityLabelsAnswer.Read,
        MayAnswerNothing = true,
        IsIdempotent = true,
    };

    /// <summary><see href="https://learn.microsoft.com/graph/api/driveitem-assignsensitivitylabel"/>.</summary>
    internal static GraphCall<NoContent> AssignSensitivityLabel(
        ItemAddress item, string sensitivityLabelId, AssignSensitivityLabelOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(sensitivityLabelId);
        var body = new AssignSensitivityLabelRequest
        {
            SensitivityLabelId = sensitivityLabelId,
            AssignmentMethod = options?.AssignmentMethod,
            JustificationText = options?.JustificationText,
        };
        return new()
        {
            Operation = "Items.AssignSensitivityLabel",
            Method = HttpMethod.Post,
            Path = item.ToRequestPath("assignSensitivityLabel"),
            Body = new JsonCallBody(body),
            IsIdempotent = true,
        };
    }

    private static GraphCall<ItemRetentionLabel> Patch(string operation, ItemAddress item, RetentionLabelRequest body) => new()
    {
        Operation = operation,
        Method = HttpMethod.Patch,
        Path = item.ToRequestPath("retentionLabel"),
        Body = new JsonCallBody(body),
        Answer = ItemRetentionLabel.Read,
        Result = GetRetentionLabel(item),
        IsIdempotent = true,
    };
}
