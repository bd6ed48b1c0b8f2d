using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.Routing;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Endpoints;

/// <summary>Retention and sensitivity labels, which personal drives do not have.</summary>
internal sealed class LabelEndpoints(ItemResolver resolver, EmulatorOptions options) : IEndpointRoutes
{
    public Route? Match(Exchange request, GraphPath path, string method) => path is not { Resource: GraphResource.Item, Tail: [var verb] }
        ? null
        : (verb.ToUpperInvariant(), method) switch
        {
            ("RETENTIONLABEL", "GET") => Route.Plain(EmulatorOperation.GetRetentionLabel, exchange => Get(exchange, path)),
            ("RETENTIONLABEL", "PATCH") =>
                new(EmulatorOperation.SetRetentionLabel, (exchange, token) => SetAsync(exchange, path, token)),
            ("RETENTIONLABEL", "DELETE") => Route.Plain(EmulatorOperation.RemoveRetentionLabel, exchange => Remove(exchange, path)),
            ("ASSIGNSENSITIVITYLABEL", "POST") =>
                new(EmulatorOperation.AssignSensitivityLabel, (exchange, token) => AssignAsync(exchange, path, token)),
            ("EXTRACTSENSITIVITYLABELS", "POST") =>
                Route.Plain(EmulatorOperation.ExtractSensitivityLabels, exchange => Extract(exchange, path)),
            _ => null,
        };

    private Answer Get(Exchange exchange, GraphPath path)
    {
        var drive = GetDrive(exchange, path);
        lock (drive.Gate)
        {
            var label = resolver.GetItem(exchange, drive, path.Item!).RetentionLabel ?? throw GraphError.ItemNotFound();
            return Answer.Json(200, Render(label));
        }
    }

    private async Task<Answer> SetAsync(Exchange exchange, GraphPath path, CancellationToken cancellationToken)
    {
        var drive = GetDrive(exchange, path);
        var body = await JsonText.ReadObjectAsync(exchange.Body, cancellationToken).ConfigureAwait(false);
        var isLocked = body.GetObject("retentionSettings")?.GetFlag("isRecordLocked");
        lock (drive.Gate)
        {
            var item = resolver.GetItem(exchange, drive, path.Item!);
            var isNew = item.RetentionLabel is null;
            var label = body.GetText("name") is { } name
                ? new RetentionLabel(name, options.TimeProvider.GetUtcNow(), exchange.Actor, IsRecordLocked: false)
                : item.RetentionLabel ?? throw GraphError.InvalidRequest("The item does not have a retention label.");
            item.RetentionLabel = label with { IsRecordLocked = isLocked ?? label.IsRecordLocked };
            return Answer.Json(isNew ? 201 : 200, Render(item.RetentionLabel));
        }
    }

    private Answer Remove(Exchange exchange, GraphPath path)
    {
        var drive = GetDrive(exchange, path);
        lock (drive.Gate)
        {
            var item = resolver.GetItem(exchange, drive, path.Item!);
            if (item.RetentionLabel is { IsRecordLocked: true })
            {
                throw ItemLocks.Locked("The item is a locked record.");
            }

            item.RetentionLabel = null;
            return Answer.Empty(204);
        }
    }

    // The emulator carries the order out at once, so that there is nothing to watch.
    private async Task<Answer> AssignAsync(Exchange exchange, GraphPath path, CancellationToken cancellationToken)
    {
        var drive = GetDrive(exchange, path);
        var body = await JsonText.ReadObjectAsync(exchange.Body, cancellationToken).ConfigureAwait(false);
        var id = body.GetText("sensitivityLabelId") ?? throw GraphError.InvalidRequest("The id of a label is required.");
        var method = body.GetText("assignmentMethod") ?? "standard";
        if (method is not ("standard" or "privileged" or "auto"))
        {
            throw GraphError.InvalidRequest("assignmentMethod must be standard, privileged or auto.");
        }

        lock (drive.Gate)
        {
            var item = resolver.GetItem(exchange, drive, path.Item!);
            if (item.IsFolder)
            {
                throw GraphError.InvalidRequest("Only files have sensitivity labels.");
            }

            item.SensitivityLabels.Clear();
            if (id.Length > 0)
            {
                item.SensitivityLabels.Add((id, method));
            }

            drive.MarkModified(item, exchange.Actor);
            return Answer.Empty(202);
        }
    }

    private Answer Extract(Exchange exchange, GraphPath path)
    {
        var drive = GetDrive(exchange, path);
        lock (drive.Gate)
        {
            var item = resolver.GetItem(exchange, drive, path.Item!);
            if (item.IsFolder)
            {
                throw GraphError.InvalidRequest("Only files have sensitivity labels.");
            }

            var labels = item.SensitivityLabels.Select(label => (JsonNode)new JsonObject
            {
                ["sensitivityLabelId"] = label.Id,
                ["assignmentMethod"] = label.Method,
                ["tenantId"] = options.TenantId,
            });
            return Answer.Json(200, new JsonObject { ["value"] = new JsonObject { ["labels"] = new JsonArray([.. labels]) } });
        }
    }

    private DriveState GetDrive(Exchange exchange, GraphPath path)
    {
        var drive = resolver.GetDrive(exchange, path.Drive!);
        return drive.Type == EmulatorDriveType.Personal
            ? throw new GraphError(501, "notSupported", "Personal drives do not support labels.")
            : drive;
    }

    private static JsonObject Render(RetentionLabel label) => new()
    {
        ["name"] = label.Name,
        ["retentionSettings"] = new JsonObject
        {
            ["behaviorDuringRetentionPeriod"] = "retainAsRecord",
            ["isDeleteAllowed"] = false,
            ["isRecordLocked"] = label.IsRecordLocked,
            ["isMetadataUpdateAllowed"] = !label.IsRecordLocked,
            ["isContentUpdateAllowed"] = !label.IsRecordLocked,
            ["isLabelUpdateAllowed"] = !label.IsRecordLocked,
        },
        ["isLabelAppliedExplicitly"] = true,
        ["labelAppliedDateTime"] = ItemRenderer.Date(label.Applied),
        ["labelAppliedBy"] = ItemRenderer.IdentitySet(label.AppliedBy),
    };
}
