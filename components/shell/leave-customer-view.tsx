"use client";

import { changeView } from "@/components/shell/desk-view";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

export default function LeaveCustomerView({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Leave customer view?"
      actions={
        <>
          <Button onClick={onClose}>Stay in customer view</Button>
          <Button tone="primary" onClick={() => changeView("own")}>
            Show costs
          </Button>
        </>
      }
    >
      <p>Costs, margins and internal notes come back on this screen. Make sure no customer can see it.</p>
    </Dialog>
  );
}
